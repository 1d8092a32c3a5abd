import { isProblem } from '@loctelli/core/web';

/** A step that may ask for the password first: `ask` is called instead of failing when the sign-in was too long ago. */
export async function unlessPassword<T>(begin: () => Promise<T>, ask: () => void): Promise<T | null> {
  try {
    return await begin();
  } catch (error) {
    if (!isProblem(error, 'core.confirm-password')) throw error;
    ask();
    return null;
  }
}
