import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import type { ChatLabel, ChatLabelCreate, ChatLabelUpdate, LabelTone } from '../../contract.ts';

/** What conversations are sorted by. */
@Injectable()
export class Labels {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<{ items: ChatLabel[] }> {
    const rows = await this.db.chatLabel.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }], take: 200 });
    return { items: rows.map(labelOf) };
  }

  /** Throws chat.label-exists. */
  async create(input: ChatLabelCreate): Promise<ChatLabel> {
    await this.#demandFree(input.name);
    const row = await this.db.chatLabel.create({ data: { ...input, position: await this.db.chatLabel.count() } });
    await this.#record('chat-label.created', row.id, { name: [null, row.name] });
    return labelOf(row);
  }

  /** Throws chat.label-not-found, chat.label-exists, core.version-conflict. */
  async update(id: number, { version, ...input }: ChatLabelUpdate): Promise<ChatLabel> {
    const before = await this.#find(id);
    if (input.name !== undefined && input.name !== before.name) await this.#demandFree(input.name);
    const row = await updateVersioned(this.db.chatLabel, { id, version, where: this.access.where('chat.configure') }, input);
    await this.#record('chat-label.updated', id, { name: [before.name, row.name], tone: [before.tone, row.tone] });
    return labelOf(row);
  }

  /** Conversations lose it. */
  async remove(id: number): Promise<void> {
    const { name } = await this.#find(id);
    await this.db.chatLabel.deleteMany({ where: { id } });
    await this.#record('chat-label.deleted', id, { name: [name, null] });
  }

  async #find(id: number) {
    const row = await this.db.chatLabel.findFirst({ where: { AND: [{ id }, this.access.where('chat.configure')] } });
    if (!row) throw problem(chatErrors.labelNotFound);
    return row;
  }

  async #demandFree(name: string): Promise<void> {
    if (!(await this.db.chatLabel.findFirst({ where: { name }, select: { id: true } }))) return;
    throw problem(chatErrors.labelExists, undefined, [{ path: 'name', code: 'taken', message: chatErrors.labelExists.detail }]);
  }

  #record = (action: string, subjectId: number, changes: Record<string, unknown>) => this.audit.record({ action, subject: 'ChatLabel', subjectId, changes });
}

const labelOf = ({ id, name, tone, position, version }: Prisma.ChatLabelGetPayload<object>): ChatLabel => ({ id, name, tone: tone as LabelTone, position, version });
