/** The least that Node can do: raw mode, the question, and the keys shown as they come. Enter ends it. */
process.stdin.setRawMode(true);
process.stdin.setEncoding('utf8').on('data', (keys) => {
  process.stdout.write(keys.toString().replace(/[\0-\x1f]/g, ''));
  if (keys.includes('\r')) process.stdin.setRawMode(false).destroy();
});
process.stdout.write('Vad har hänt? ');
