import type { Rule } from './rule.ts';

const COMMAND =
  /^\s*(?:[$#>]\s+)?(?:kubectl|oc|docker|systemctl|journalctl|aws|gcloud|az|psql|redis-cli|curl|ssh|git|helm|terraform)\s+(?!(?:is|are|was|were|will|has|have|had|can|could|should|must|may|to|and|or|does|do|in|on|for)\b)(?:-{1,2}\w|[a-z][\w-]* |https?:)[^\n]*[^\s.,;:!?]$/;

/** A command in running text: copied by hand, it goes wrong. */
export const commandInProse: Rule = {
  code: 'KP902',
  name: 'command-in-prose',
  class: 'prose',
  severity: { automatic: 'off', strict: 'hint' },
  summary: 'A command stands in running text and not in a code block.',
  *check(document, { profile }) {
    if (profile.kind !== 'runbook') return;
    for (const section of document.allSections)
      for (const block of section.blocks)
        if (block.kind === 'paragraph')
          for (const line of block.lines)
            if (COMMAND.test(document.slice(line)))
              yield { range: line, message: 'Put the command into a code block, so that it can be copied whole.' };
  },
};
