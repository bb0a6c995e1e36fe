import type { Category } from '../../../src-shared/contract/delegation';
import { api } from '../../api/call';
import { useRead } from '../../api/use-read';
import { counted } from '../../components/numbers';
import { ReadState } from '../../components/ReadState';
import { AddCategory, EditCategory } from './CategoryForms';
import { EntryPanel } from './EntryPanel';
import type { EntryActs, EntryWords } from './entries';
import { useOpenEntry } from './useOpenEntry';

const words: EntryWords<Category> = {
  one: 'category',
  title: 'Categories',
  nameOf: ({ name }) => name,
  detailsOf: () => [],
  countOf: ({ useCount }) => counted(useCount, 'authorized user', 'authorized users'),
  whenArchived: 'it takes nobody new, and whoever is in it stays.',
};

const acts: EntryActs<Category> = {
  order: (ids) => api.delegation.orderCategories({ ids }),
  setArchived: ({ id, version }, isArchived) => api.delegation.setCategoryArchived({ id, version, isArchived }),
  remove: ({ id, version }) => api.delegation.deleteCategory({ id, version }),
};

/** What authorized users are filed under. */
export function CategoriesPanel() {
  const read = useRead('delegation.categories', {});
  const { open, add, edit, close } = useOpenEntry('delegation/categories/open');
  const edited = read.data?.rows.find(({ id }) => id === open);
  return (
    <ReadState read={read}>
      {({ rows }) => (
        <>
          <EntryPanel
            entries={rows}
            words={words}
            acts={acts}
            description="What authorized users are filed under, in this order. A category does not decide what somebody may do."
            hint="A category such as “Family” or “Tax adviser” helps to find people among many."
            onAdd={add}
            onEdit={edit}
          />
          {open === 'new' && <AddCategory onClose={close} />}
          {edited && <EditCategory key={edited.id} category={edited} onClose={close} />}
        </>
      )}
    </ReadState>
  );
}
