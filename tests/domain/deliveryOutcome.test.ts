import { expect, it } from 'vitest';
import { concernsAll, type Outcome, phases } from '../../src/domain/deliveryOutcome.ts';

it('tells what would befall the next mail too from what is said to this one', () => {
  const cut: Outcome = { kind: 'transient', phase: 'connecting', fault: 'connection-refused', answer: null };
  const later: Outcome = { kind: 'transient', phase: 'envelope', fault: 'temporary', answer: '451 Sedan' };
  const all: readonly Outcome[] = [
    ...phases.map((phase) => ({ ...cut, phase })),
    { ...later, phase: 'greeting' },
    { ...later, phase: 'login' },
    { kind: 'configuration', phase: 'login', fault: 'login', answer: '535 Fel' },
    { kind: 'unknown', fault: null, answer: null },
    { kind: 'interrupted', phase: 'body', answer: null },
  ];
  const thisOne: readonly Outcome[] = [
    later,
    { ...later, phase: 'ending' },
    { kind: 'accepted', answer: '250 Ok', refused: [] },
    { kind: 'permanent', phase: 'envelope', fault: 'recipient', answer: '550 Nej' },
  ];
  expect(all.map(concernsAll)).toEqual(all.map(() => true));
  expect(thisOne.map(concernsAll)).toEqual(thisOne.map(() => false));
});
