import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemDocument } from '@loctelli/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { coreVersion } from '../version.ts';

/** OpenAPI 3.1 of the kernel and the loaded plugins. Every operation may answer a Problem. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('API').setVersion(coreVersion).addBearerAuth({ type: 'http', scheme: 'bearer' }).build();
  const document = SwaggerModule.createDocument(app, head, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...(z.toJSONSchema(problemDocument).$defs as object) } };
  const failure = { description: 'Problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[]) if (operation.responses) operation.responses.default ??= failure;
  }
  return document;
}

/** `/openapi.json`, and `/docs`, which draws it. Made at the first visit: it costs more than all the rest of the start. */
export function addOpenApi(app: INestApplication, fastify: FastifyInstance): void {
  let document: OpenAPIObject | undefined;
  fastify.get('/openapi.json', () => (document ??= openApiOf(app)));
  SwaggerModule.setup('docs', app, () => (document ??= openApiOf(app)), { customSiteTitle: 'API', swaggerOptions: { persistAuthorization: true } });
}
