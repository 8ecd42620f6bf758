/* What protects people in the words an association writes for its letters, and in what certifies a plan's end. */
import { one, type Protection } from './protection.ts';

const EDITOR = 'tests/core/letters/template-editor.test.ts';
const EDITOR_WINDOW = 'tests/e2e/templates.spec.ts';
const PLANS = 'tests/core/plan-documents.test.ts';

export const paperProtections: Protection[] = [
  one(
    'a template reaches nothing outside the minimum data set',
    [
      'src/domain/letters/letter-template.ts',
      '.filter((mark) => !allowed.includes(mark))',
      '.filter(() => false)',
    ],
    EDITOR,
    'cannot reach',
  ),
  one(
    'neither do its enclosures',
    [
      'src/domain/letters/letter-template.ts',
      '...text.attachments.map((line, at)',
      '...([] as string[]).map((line, at)',
    ],
    EDITOR,
    'under the same rule',
  ),
  one(
    'a subject tells no fact',
    [
      'src/domain/letters/letter-template.ts',
      '.filter((mark) => !marksOfSubjects.includes(mark))',
      '.filter(() => false)',
    ],
    EDITOR,
    'under the same rule',
  ),
  one(
    'a mark is put where somebody writes, and they go on writing there',
    [
      'src/ui/features/letter-templates/template-fields.tsx',
      'if (caret.field) placeCaret(caret.field, after);',
      '',
    ],
    EDITOR_WINDOW,
  ),
  one(
    'what is typed into a template prints beside it',
    [
      'src/ui/features/letter-templates/template-preview.tsx',
      'useDebouncedValue(text, PAUSE_MS)',
      'useDebouncedValue(text, 86_400_000)',
    ],
    EDITOR_WINDOW,
  ),
  one(
    'what is typed into a template outlives a lock',
    [
      'src/ui/features/drafts/use-kept-form.ts',
      'values, restore: setValues });',
      'values, restore: setValues, isOff: true });',
    ],
    EDITOR_WINDOW,
  ),
  one(
    'a template from a file is checked',
    [
      'src/core/letter-templates/template-file.ts',
      'if (result.success) return result.data;',
      'return content as never;',
    ],
    EDITOR,
    'hostile file',
  ),
  one(
    'what certifies the end of a plan says nothing of health',
    [
      'src/core/documents/plan/closing.ts',
      '!template.privateDomains.includes(domain)',
      'domain.length > 0',
    ],
    PLANS,
    'nobody’s business',
  ),
  one(
    'there is no certificate of a plan that goes on',
    [
      'src/core/documents/plan/print-plan.ts',
      "review.decision === 'close'",
      'review.decision !== undefined',
    ],
    PLANS,
    'nobody’s business',
  ),
];
