import { Injectable } from '@nestjs/common';
import { kernelErrors, type apiKeyCreate, type PageQuery } from '@loctelli/core';
import type { z } from 'zod';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { ApiKeyCheck } from '../auth/api-key-check.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { problem } from '../http/problem.ts';

const shown = { id: true, name: true, prefix: true, scopes: true, expiresAt: true, lastUsedAt: true, createdAt: true, user: { select: { id: true, name: true } } } as const;

/** Keys for programs. A key acts for the person who made it, with the permissions chosen then, and never with more than they have now. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  async list({ cursor, limit }: PageQuery) {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const rows = await this.db.apiKey.findMany({
      where: { AND: [this.access.where('apikeys.manage'), order.where] },
      orderBy: order.orderBy,
      take: order.take,
      select: shown,
    });
    const page = order.page(rows);
    return { ...page, items: page.items.map(keyOf) };
  }

  /** Answers the key itself, this once. A key cannot make keys. */
  async create({ name, scopes, expiresAt }: z.infer<typeof apiKeyCreate>) {
    const { id: userId, grants, sessionId } = this.access.user;
    if (!sessionId) throw problem(kernelErrors.forbidden);
    if (scopes.some((scope) => !grants[scope])) throw problem(kernelErrors.grantTooWide);
    if (expiresAt && new Date(expiresAt) <= new Date()) {
      throw problem(kernelErrors.invalidInput, undefined, [{ path: 'expiresAt', code: 'past', message: 'Choose a moment to come.' }]);
    }
    const { key, prefix, digest } = ApiKeyCheck.make();
    const data = { name, scopes: [...new Set(scopes)], prefix, digest, userId, expiresAt: expiresAt ? new Date(expiresAt) : null };
    const row = await this.db.apiKey.create({ data, select: shown });
    await this.audit.record({ action: 'api-key.created', subject: 'ApiKey', subjectId: row.id, changes: { name, scopes: data.scopes } });
    return { ...keyOf(row), key };
  }

  async remove(id: number): Promise<void> {
    const { count } = await this.db.apiKey.deleteMany({ where: { AND: [this.access.where('apikeys.manage'), { id }] } });
    if (count === 0) throw problem(kernelErrors.notFound);
    await this.audit.record({ action: 'api-key.deleted', subject: 'ApiKey', subjectId: id });
  }
}

const keyOf = <T extends { user: { id: number; name: string } }>({ user, ...row }: T) => ({ ...row, userId: user.id, userName: user.name });
