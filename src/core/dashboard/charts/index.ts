import type { Dashboard } from '../dashboard.ts';
import { bars } from './bars.ts';
import { burnUpChart } from './burnUpChart.ts';
import { calendarChart } from './calendarChart.ts';
import type { Chart } from './chart.ts';
import { forecastChart } from './forecastChart.ts';
import { practiceChart } from './practiceChart.ts';
import { verdictChart } from './verdictChart.ts';

const TOPICS = 20;

/** The charts of the dashboard, in the order they are read. */
export function chartsOf({
  paths,
  topics,
  burnUps,
  calendar,
  verdicts,
  reviews,
  practices,
}: Dashboard): readonly Chart[] {
  return [
    pathChart(paths),
    ...paths.filter(({ started }) => started).map(partsChart),
    ...burnUps.map(burnUpChart),
    calendarChart(calendar),
    verdictChart(verdicts),
    forecastChart(reviews),
    practiceChart(practices),
    topicChart(topics),
  ];
}

function pathChart(paths: Dashboard['paths']): Chart {
  return bars({
    id: 'paths',
    title: 'Progress by path',
    words: paths.map(({ title, words }) => `${title}: ${words}.`).join(' '),
    rows: paths,
  });
}

function partsChart({ path, title, words, parts }: Dashboard['paths'][number]): Chart {
  return bars({ id: `parts-${path}`, title, words: `${words}.`, rows: parts });
}

function topicChart(topics: Dashboard['topics']): Chart {
  const rows = topics.slice(0, TOPICS);
  const left = topics.length - rows.length;
  const done = topics.filter((topic) => topic.done === topic.total).length;
  return bars({
    id: 'topics',
    title: 'Katas by topic',
    words: `${done} of ${topics.length} topics are complete.${left > 0 ? ` The ${rows.length} largest are shown.` : ''}`,
    rows,
  });
}
