// The dashboard's page: shows what the extension sends, and draws its charts into one picture when asked to.
// Runs in a webview, where nothing but this file may run.

const vscode = acquireVsCodeApi();
const main = document.querySelector('main');
const status = document.getElementById('status');

window.addEventListener('message', ({ data }) => {
  if (data?.kind === 'show' && typeof data.html === 'string') show(data.html);
});
for (const button of document.querySelectorAll('button[data-do]')) {
  button.addEventListener('click', () => actions[button.dataset.do]());
}
vscode.postMessage({ kind: 'ready' });
vscode.setState({});

const actions = {
  'export-page': () => vscode.postMessage({ kind: 'export-page' }),
  'export-picture': async () => {
    say('Drawing the picture…');
    const data = await drawPicture();
    say('');
    vscode.postMessage({ kind: 'save-picture', data });
  },
};

/** Puts the new content in place; tables that were open stay open, and the focus stays where it was. */
function show(html) {
  const open = new Set([...main.querySelectorAll('details[open]')].map(({ id }) => id));
  const focused = document.activeElement?.closest('details')?.id;
  const content = new DOMParser().parseFromString(html, 'text/html').body.childNodes;
  main.replaceChildren(...content);
  for (const details of main.querySelectorAll('details')) details.open = open.has(details.id);
  if (focused) document.getElementById(focused)?.querySelector('summary')?.focus();
}

function say(text) {
  status.textContent = text;
}

/** All charts below each other, with their titles and sentences, in the colours of the theme; base64 of a PNG. */
async function drawPicture() {
  const scale = 2;
  const margin = 32;
  const charts = await Promise.all([...main.querySelectorAll('svg.chart')].map(toImage));
  const width = Math.max(...charts.map((chart) => chart.width)) + 2 * margin;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const style = getComputedStyle(document.body);
  const fonts = { title: `600 17px ${style.fontFamily}`, words: `13px ${style.fontFamily}` };
  for (const chart of charts) {
    pen.font = fonts.words;
    chart.lines = wrap(pen, chart.words, width - 2 * margin);
  }
  const heights = charts.map(({ height, lines }) => 40 + height + lines.length * 19 + 28);
  canvas.width = width * scale;
  canvas.height = (heights.reduce((sum, height) => sum + height, 0) + 2 * margin) * scale;
  pen.scale(scale, scale);
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = style.color;
  let top = margin;
  charts.forEach((chart, index) => {
    pen.font = fonts.title;
    pen.fillText(chart.title, margin, top + 18);
    pen.drawImage(chart.image, margin, top + 36, chart.width, chart.height);
    pen.font = fonts.words;
    chart.lines.forEach((line, place) => pen.fillText(line, margin, top + 36 + chart.height + 20 + place * 19));
    top += heights[index];
  });
  return canvas.toDataURL('image/png').split(',')[1];
}

/** What a chart looks like here and now: as a picture of its own it knows neither the style sheet nor the theme. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

async function toImage(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    // `url("#stripes")` comes back with the page's address in some hosts.
    for (const name of carried)
      element.setAttribute(name, style.getPropertyValue(name).replace(/url\(.*#(.*?)"?\)/, 'url(#$1)'));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return {
    image,
    width,
    height,
    title: svg.querySelector('title').textContent,
    words: svg.querySelector('desc').textContent,
  };
}

function wrap(pen, text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
