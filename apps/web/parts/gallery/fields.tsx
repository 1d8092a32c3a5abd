'use client';
import { useState } from 'react';
import {
  Button, Calendar, Checkbox, CheckList, Combobox, DatePicker, DateRangePicker, DateTimePicker, Field, FileDrop, Form, FormField, FormSkeleton, FormSummary, InlineEdit, Input, MentionInput, MentionText, MoneyInput, MultiPicker, MultiSelect, NumberInput, PasswordInput, Picker,
  SearchInput, Segmented, Select, SubmitButton, Switch, TagInput, Textarea, TimePicker, UserSelect, type DayRange,
} from '@loctelli/core/web';
import { stages, words } from './samples.ts';

const nothing = () => undefined;
const grid = 'grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3';

export function TextFields() {
  const [text, setText] = useState(words.note);
  const [tags, setTags] = useState(['roof', 'vip']);
  const [company, setCompany] = useState('Alder & Sons');
  return (
    <div className={grid}>
      <Field label={words.name} hint={words.hint}><Input defaultValue={company} /></Field>
      <Field label={words.email} error={words.error}><Input type="email" defaultValue="dana@" /></Field>
      <Field label={words.key} disabled><Input defaultValue="—" disabled /></Field>
      <Field label={words.key}><PasswordInput defaultValue="123456" /></Field>
      <SearchInput label={words.people} value="" onChange={nothing} />
      <Textarea aria-label={words.description} rows={2} />
      <div><MentionInput aria-label={words.description} rows={2} value={text} onChange={setText} /><MentionText text={text} /></div>
      <TagInput aria-label={words.tags} value={tags} onChange={setTags} suggestions={['gutter', 'solar']} />
      <InlineEdit label={words.company} spec={{ type: 'text', value: company, save: async (next) => setCompany(next) }}>{(next) => String(next?.value ?? company)}</InlineEdit>
      <FileDrop onFile={nothing} accept=".csv" maxSize={5_000_000} />
      <Form defaults={{ name: '' }} onSubmit={nothing}><FormField name="name" label={words.name} /><FormSummary /><SubmitButton>{words.save}</SubmitButton></Form>
      <FormSkeleton fields={2} />
    </div>
  );
}

export function Choices() {
  const [stage, setStage] = useState<string | null>('won');
  const [several, setSeveral] = useState(['won', 'lead']);
  const [on, setOn] = useState(true);
  const [user, setUser] = useState<number | null>(null);
  return (
    <div className={grid}>
      <Select aria-label={words.status} options={stages} value={stage} onChange={setStage} />
      <Combobox aria-label={words.status} options={stages} value={stage} onChange={setStage} />
      <MultiSelect aria-label={words.status} options={stages} value={several} onChange={setSeveral} />
      <UserSelect aria-label={words.people} value={user} onChange={setUser} />
      <Segmented label={words.status} options={stages.slice(0, 3)} value={stage ?? 'won'} onChange={setStage} />
      <div className="flex flex-col gap-2"><Checkbox checked={on} onChange={setOn} label={words.agree} hint={words.hint} /><Switch checked={on} onChange={setOn} label={words.agree} /></div>
      <CheckList label={words.status} options={stages} value={several} onChange={setSeveral} />
      <div className="flex flex-wrap gap-2">
        <Picker label={words.status} options={stages} value={stage} onPick={setStage} trigger={<Button>{words.status}</Button>} />
        <MultiPicker label={words.tags} options={stages} value={several} onChange={setSeveral} trigger={<Button>{words.tags}</Button>} />
      </div>
    </div>
  );
}

export function NumbersAndDays() {
  const [number, setNumber] = useState<number | null>(1250.5);
  const [day, setDay] = useState<string | null>('2026-11-23');
  const [range, setRange] = useState<DayRange | null>({ from: '2026-11-01', to: '2026-11-12' });
  const [moment, setMoment] = useState<string | null>('2026-11-23T10:30:00Z');
  const [time, setTime] = useState<string | null>('09:30');
  return (
    <div className={grid}>
      <NumberInput aria-label={words.value} value={number} onChange={setNumber} />
      <MoneyInput aria-label={words.value} currency="EUR" value={number} onChange={setNumber} />
      <DatePicker aria-label={words.joined} value={day} onChange={setDay} />
      <DateRangePicker label={words.joined} value={range} onChange={setRange} />
      <TimePicker value={time} onChange={setTime} />
      <DateTimePicker aria-label={words.joined} value={moment} onChange={setMoment} />
      <Calendar value={day} onChange={setDay} />
      <Button disabled>{words.save}</Button>
    </div>
  );
}
