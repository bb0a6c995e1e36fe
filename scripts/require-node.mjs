/** npm scripts find the project's own Node.js first; a script that is started without npm may meet another. */
export function requireNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  console.error(
    `This needs Node.js 24 and runs on ${process.version}. Start it through npm ("npm test", "npm run check"), ` +
      'which finds the Node.js that "npm ci" has put into this folder.',
  );
  process.exit(1);
}
