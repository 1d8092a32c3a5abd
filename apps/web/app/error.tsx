'use client';
import { BareCrash } from '../parts/shell/bare-crash.tsx';
export default BareCrash;
