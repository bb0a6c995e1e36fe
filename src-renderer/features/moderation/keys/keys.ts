/** Every key of the screen, in the order of the help. */
export const keyGroups = [
  {
    title: 'Going through the cases',
    keys: [
      { keys: ['j', '↓'], does: 'Next case' },
      { keys: ['k', '↑'], does: 'Previous case' },
      { keys: ['Enter'], does: 'From the list into the case' },
      { keys: ['Esc'], does: 'Close what is open; from the case back to the list' },
      { keys: ['/'], does: 'Search' },
      { keys: ['x'], does: 'Tick or untick the case' },
    ],
  },
  {
    title: 'Deciding',
    keys: [
      { keys: ['a'], does: 'Approve at once, without a message' },
      { keys: ['Shift + A'], does: 'Approve with a message' },
      { keys: ['r'], does: 'Reject' },
      { keys: ['c'], does: 'Request changes' },
      { keys: ['p'], does: 'Park until another day' },
      { keys: ['o'], does: 'Reopen' },
      { keys: ['u'], does: 'Undo your last decision, within 10 seconds' },
      { keys: ['Ctrl + Enter'], does: 'Send what is written (on a Mac, ⌘ + Enter)' },
    ],
  },
  {
    title: 'Working together',
    keys: [
      { keys: ['m'], does: 'Claim, release or take over the case' },
      { keys: ['n'], does: 'Add a note' },
      { keys: ['?'], does: 'Show these keys' },
    ],
  },
] as const;
