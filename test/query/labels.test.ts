import { expect, test } from 'vitest';
import { receiptWords } from '#dashboard/boards/receipt-words.ts';
import { answer } from '#warehouse/query/answer.ts';
import { recordsSource } from '#warehouse/query/export/records-source.ts';
import type { Query } from '#warehouse/query/query.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();
const measure = 'incident.opened';
const byFamily: Query = { measures: [measure], dimensions: ['family'], period: { all: true } };

/** The first family that incidents have, as its own table calls it. */
async function someFamily(): Promise<{ id: string; label: string }> {
  const { rows } = await answer(reader, byFamily);
  const id = String(rows.find(({ family }) => family !== null)!.family);
  const row = await reader.use((connection) =>
    connection.one<{ label: string }>('SELECT label FROM mart.family WHERE family_id = $1', [id])
  );
  return { id, label: row!.label };
}

test('members that are ids are called by their label in titles, sentences, chips and manifests, with the id in the details', async () => {
  const { id, label } = await someFamily();
  const { columns } = await answer(reader, byFamily);
  expect(columns.find(({ name }) => name === 'family')?.labels?.[id]).toBe(label);
  const filtered: Query = { measures: [measure], period: { all: true }, filters: [{ field: 'family', op: 'in', values: [id] }] };
  for (const request of [
    { query: filtered, measure },
    { query: byFamily, measure, cell: { dimensions: { family: id } } }
  ]) {
    const { subject, question } = receiptWords(await receipt(reader, request));
    expect(subject).toContain(`family: ${label}`);
    expect(subject).not.toContain(`family: ${id}`);
    expect(question.map(({ words }) => words).join()).toContain(`${label} (${id})`);
    expect(recordsSource(reader, request).question(reader.build).words).toContain(`Family is ${label} (${id})`);
  }
});

test('members that are words have none', async () => {
  const { columns } = await answer(reader, { measures: [measure], dimensions: ['team'], period: { all: true } });
  expect(columns.every(({ labels }) => labels === undefined)).toBe(true);
});
