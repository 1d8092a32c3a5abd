'use client';
import { useRef, useState, type ButtonHTMLAttributes, type RefObject } from 'react';

export interface PopupState {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button it floats beside, and that gets the focus back. */
  anchor: RefObject<HTMLButtonElement | null>;
}

/**
 * A button whose popup is fetched when somebody is about to press it. What floats is drawn beside the button, so that the button itself
 * stays the same element, with its focus.
 * @param preload fetches the popup's code
 * @returns attributes of the button, whether the popup was ever wanted, and what it is to be given
 */
export function useLatePopup(kind: 'menu' | 'dialog', preload: () => void): { button: ButtonHTMLAttributes<HTMLButtonElement> & { ref: RefObject<HTMLButtonElement | null> }; wanted: boolean; popup: PopupState } {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  // A press outside closes the popup before the click on its own button arrives, which must not open it again.
  const wasOpen = useRef(false);
  return {
    wanted,
    popup: { open, onOpenChange: setOpen, anchor },
    button: {
      ref: anchor,
      'aria-haspopup': kind,
      'aria-expanded': open,
      onPointerEnter: preload,
      onFocus: preload,
      onPointerDown: () => (wasOpen.current = open),
      onClick: (event) => {
        setWanted(true);
        setOpen(event.detail === 0 || !wasOpen.current);
      },
    },
  };
}
