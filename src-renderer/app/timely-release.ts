/**
 * The grid subscribes while it draws, and a drawing that React gives up leaves its subscription, with the rows it was
 * drawn from, to a FinalizationRegistry that may never come round to it: on a busy computer a name of a list was still
 * in the memory of a locked window minutes later. Where there is none, the grid releases it by a timer, after a second.
 */
Reflect.deleteProperty(globalThis, 'FinalizationRegistry');

export {};
