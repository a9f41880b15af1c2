import { describe, expect, it } from 'vitest';
import { parseHomeViews } from '#warehouse/register/home-views.ts';
import { describeIssue } from '#warehouse/service-levels/validate.ts';

const said = (text: string): string[] => parseHomeViews(text).issues.map(describeIssue);

describe('views of a home', () => {
  it('come from the file', () => {
    const { views, issues } = parseHomeViews(`views:
  - name: Monday backlog
    description: What is old
    page: /explore
    state: measures=incident.backlog&period=last-3-months
  - name: Board
    page: /incidents
`);
    expect(issues).toEqual([]);
    expect(views).toMatchObject([
      { name: 'Monday backlog', address: '/explore?measures=incident.backlog&period=last-3-months' },
      { name: 'Board', description: '', address: '/incidents' }
    ]);
  });

  it('say where they are wrong and what to do, and leave the others alone', () => {
    const text = `views:
  - name: One
    page: https://evil.example/
  - name: Two
    page: /explore
    state: measures=incident.opend&filter=taem:in:Desk
  - name: one
    page: /data
  - name: Good
    page: /data
`;
    expect(said(text)).toEqual([
      'definitions/views.yaml:3:11: "https://evil.example/": only addresses of this server can be kept, from its first / on. Write the path of a page, for example /explore.',
      expect.stringMatching(/views.yaml:6:12: .*there is no measure called incident.opend. Did you mean "incident.opened"\?/),
      expect.stringMatching(/views.yaml:6:12: .*there is no dimension called taem. Did you mean "team"\?/),
      'definitions/views.yaml:7:11: "one" is the name of another view. Give it a name of its own.'
    ]);
    expect(parseHomeViews(text).views.map(({ name }) => name)).toEqual(['Good']);
  });

  it.each([
    ['views:\n  - name: x\n    pagee: /data\n', /"pagee" is no key.*Did you mean "page"/],
    ['views: [', /not valid YAML/],
    ['view: []', /Did you mean "views"/]
  ])('refuse %j', (text, message) => expect(said(text).join('\n')).toMatch(message));
});
