import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileFieldKind } from '../../../src-shared/contract/profiles';

const asJson = {
  to: (choices: readonly string[]) => JSON.stringify(choices),
  from: (text: string): string[] => JSON.parse(text),
};

/** What profiles of a type are asked for. */
@Entity('profile_field')
export class ProfileField {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer', name: 'type_id' })
  typeId!: number;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  kind!: ProfileFieldKind;

  @Column({ type: 'boolean', name: 'is_required' })
  isRequired!: boolean;

  @Column({ type: 'text', transformer: asJson })
  choices!: string[];

  @Column({ type: 'integer' })
  position!: number;

  /** Taken out of the type, its values kept. */
  @Column({ type: 'boolean', name: 'is_former' })
  isFormer!: boolean;

  /** Taken out of the type, its values being deleted: from then on it counts as gone. */
  @Column({ type: 'boolean', name: 'is_removed' })
  isRemoved!: boolean;
}
