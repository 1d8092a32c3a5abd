import { SetMetadata } from '@nestjs/common';
import type { ProcedureDefinition } from '@loctelli/core';

export const implementsKey = 'loctelli:implements';

/** Marks the method that answers a procedure: `async (input) => output`. */
export const Implements = <I, O>(procedure: ProcedureDefinition<I, O>) => SetMetadata(implementsKey, procedure);
