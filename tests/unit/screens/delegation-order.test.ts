import { expect, test } from 'vitest';
import { withMoved } from '../../../src-renderer/features/delegation/entries';

function category(id: string, isArchived = false) {
  return { id, version: 1, name: id, isArchived, useCount: 0 };
}

const entries = [category('family'), category('former', true), category('lawyer'), category('tax')];

test('an entry changes places with its neighbour in use, past those that are archived', () => {
  expect(withMoved(entries, 'lawyer', -1)).toEqual(['lawyer', 'former', 'family', 'tax']);
  expect(withMoved(entries, 'lawyer', 1)).toEqual(['family', 'former', 'tax', 'lawyer']);
});

test('at either end there is nowhere to go', () => {
  expect(withMoved(entries, 'family', -1)).toBeNull();
  expect(withMoved(entries, 'tax', 1)).toBeNull();
});
