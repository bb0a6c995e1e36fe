// Makes the office that the bench measures, in the folder it is given.
import { BenchOffice } from './support/bench-office';
import { fillOffice } from './support/fill-office';

const office = new BenchOffice(process.argv[2] ?? '');
await office.start();
await office.setUp();
await office.close();
await fillOffice(office.dataDir);
