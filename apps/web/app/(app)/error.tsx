'use client';
import { Crash } from '../../parts/shell/crash.tsx';
export default Crash;
