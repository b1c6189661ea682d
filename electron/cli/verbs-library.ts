import type { LabOutput } from '../../shared/ipc/lab-commands.ts';
import { ok } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { required } from './arguments.ts';
import { facts, table } from './table.ts';
import { fileOf, ofFile, type Verb, verb } from './verb.ts';

type Standing = Pick<LabOutput<'articles'>['articles'][number], 'standing' | 'playable'>;
const here = ({ standing, playable }: Standing): string =>
  text(`library.standing.${standing ?? (playable ? 'elsewhere' : 'none')}`);

const articles = verb('articles', {
  usage: 'articles FILE [--search WORDS]',
  takes: ofFile({ values: ['search'] }),
  read: (given, path) => {
    const { search } = given.values;
    return ok({ file: fileOf(given, path), ...(search === undefined ? {} : { search }) });
  },
  print: ({ articles: found, all }) =>
    found.length === 0
      ? `${text('library.none')}\n`
      : `${table(
          ['Article', 'Title', 'In this lab'],
          found.map((article) => [article.kb, article.title, here(article)]),
        )}${text('library.shown', { shown: found.length, all })}\n`,
});

const article = verb('article', {
  usage: 'article FILE --id NUMBER',
  takes: ofFile({ values: ['id'] }),
  read: (given, path) => {
    const id = required(given, 'article', 'id');
    return id.ok ? ok({ file: fileOf(given, path), id: id.value }) : id;
  },
  print: (found) =>
    [
      facts([
        ['Article', found.kb],
        ['Title', found.title],
        ['Applies to', found.appliesTo.join('; ')],
        ['Fixed in', found.fixedIn],
        ['In this lab', here(found)],
      ]),
      ...found.sections.map(
        ({ section, statements }) =>
          `\n${text(`library.section.${section}`)}\n${statements.map((says) => `  ${says}\n`).join('')}`,
      ),
      ...found.rules.map((rule) => `\n${text('library.here')}\n  ${rule.verdict}: ${rule.found}\n`),
    ].join(''),
});

export const OF_THE_LIBRARY: readonly Verb[] = [articles, article];
