// Findings of the checks as a list. Pressing a fix takes the finding away, so the focus goes to the list's next button.
import type { Finding } from '../../../core/checks/finding.ts';

interface Props {
  readonly findings: readonly Finding[];
  /** `index` of the fix in the finding. */
  readonly onFix: (finding: Finding, index: number) => void;
}

export function Findings({ findings, onFix }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label="Prompt checks">
      {findings.map((finding) => (
        <li key={`${finding.id} ${finding.start}`} class="finding" data-blocking={finding.isBlocking}>
          <p>{finding.message}</p>
          <div class="row">
            {finding.fixes.map((fix, index) => (
              <button key={fix.label} type="button" class={fix.is === 'keep' ? 'link is-quiet' : 'link'} onClick={() => onFix(finding, index)}>
                {fix.label}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
