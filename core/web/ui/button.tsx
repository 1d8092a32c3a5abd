'use client';
import type { ComponentProps, ReactElement } from 'react';
import { Button as BaseButton } from '@base-ui/react/button';
import { Spinner } from './spinner.tsx';
import { cn } from './cn.ts';
import { buttonClass, type looks, type sizes } from './button-class.ts';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'ref'> {
  variant?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Shows a spinner, keeps the width and refuses further presses. */
  busy?: boolean;
  /** Keeps the focus while disabled: for buttons that become so by being pressed. */
  focusableWhenDisabled?: boolean;
  /** Draws another element with the button's look, such as `render={<Link href="/clients" />}`. */
  render?: ReactElement;
  ref?: React.Ref<HTMLElement>;
}

export function Button({ variant = 'secondary', size = 'md', busy, className, children, disabled, focusableWhenDisabled, type = 'button', render, ...props }: ButtonProps) {
  return (
    <BaseButton
      {...props}
      {...(render ? { nativeButton: false } : { type })}
      render={render}
      disabled={disabled || busy}
      focusableWhenDisabled={busy || focusableWhenDisabled}
      aria-busy={busy || undefined}
      className={cn(buttonClass(variant, size), className)}
    >
      {busy ? (
        <>
          {/* Unseen, yet still the name of the button for those who hear it. */}
          <span className="contents text-transparent [&_svg]:opacity-0">{children}</span>
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
        </>
      ) : (
        children
      )}
    </BaseButton>
  );
}
