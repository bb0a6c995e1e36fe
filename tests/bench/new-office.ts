// Makes the office that is then filled with accounts, in the folder it is given: with groups for the staff among them.
import { BenchOffice } from './support/bench-office';

const office = new BenchOffice(process.argv[2] ?? '');
await office.start();
await office.setUp({ addSampleData: true });
await office.close();
