'use client';
import { BareCrash } from '../parts/shell/crash.tsx';
export default BareCrash;
