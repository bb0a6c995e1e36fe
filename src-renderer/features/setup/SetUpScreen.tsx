import { useRead } from '../../api/use-read';
import { PlainScreen } from '../../components/PlainScreen';
import { ReadState } from '../../components/ReadState';
import { SetUpSteps } from './SetUpSteps';

/** The first start: makes an office in an empty folder. */
export function SetUpScreen() {
  const options = useRead('setup.options', {});
  return (
    <PlainScreen title="Set up your office" width={560}>
      <ReadState read={options}>{(computer) => <SetUpSteps computer={computer} />}</ReadState>
    </PlainScreen>
  );
}
