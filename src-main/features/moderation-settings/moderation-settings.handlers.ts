import type { HandlersOf } from '../../handlers';
import type { Store } from '../../store/store';
import type { MessageTemplates } from './message-templates.service';
import type { ModerationPolicies } from './policies.service';
import type { PolicyChanges } from './policy-changes.service';
import type { ModerationRules } from './rules.service';

export interface ModerationSettingsHandled {
  readonly store: Store;
  readonly policies: ModerationPolicies;
  readonly policyChanges: PolicyChanges;
  readonly rules: ModerationRules;
  readonly templates: MessageTemplates;
}

export function moderationSettingsHandlers(services: ModerationSettingsHandled): HandlersOf<'moderationSettings'> {
  const { store, policies, policyChanges, rules, templates } = services;
  return {
    policies: () => policies.view(store.read),
    updatePolicies: (context, input) => policyChanges.update(context, input),
    rules: () => rules.list(),
    previewRule: (context, { pattern }) => rules.preview(context, pattern),
    addRules: (context, input) => rules.add(context, input),
    async deleteRule(context, { id }) {
      await rules.delete(context, id);
      return {};
    },
    templates: () => templates.list(),
    createTemplate: (context, input) => templates.create(context, input),
    updateTemplate: (context, input) => templates.update(context, input),
    setTemplateArchived: (context, input) => templates.setArchived(context, input),
  };
}
