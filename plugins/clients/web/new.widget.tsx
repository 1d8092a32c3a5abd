'use client';
export default function Screen() {
  return null;
}
