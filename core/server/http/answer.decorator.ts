import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export const answerKey = 'loctelli:answer';

/** The body of a route: only the fields this schema declares leave, and OpenAPI shows it. Answers 200 unless told. */
export const Answer = (schema: z.ZodType, status = 200) =>
  applyDecorators(SetMetadata(answerKey, schema), HttpCode(status), ApiResponse({ status, description: 'Done', standardSchema: schema as never }));

/** A route that answers no body: 204, or 202 when the work goes on. */
export const NoAnswer = (status: 204 | 202 = 204) => applyDecorators(HttpCode(status), ApiResponse({ status, description: status === 204 ? 'Done' : 'Accepted' }));
