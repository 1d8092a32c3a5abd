import type { ComponentType } from 'react';
import { Choices, NumbersAndDays, TextFields } from './fields.tsx';
import { Boards, Charts, Orders, Tables } from './lists.tsx';
import { Buttons, Floating, Frames, Marks, States } from './parts.tsx';

/** Every section of the gallery; its id is its anchor and its heading. */
export const sections: Record<string, ComponentType> = { Buttons, Marks, TextFields, Choices, NumbersAndDays, Floating, States, Frames, Tables, Boards, Charts, Orders };
