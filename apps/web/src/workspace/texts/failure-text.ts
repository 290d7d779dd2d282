import type { Text } from '@suanjian/rulebook';
import type { RequestFailure } from '../client/failure.ts';
import { failures } from './common.ts';

/** Why a request failed, in one sentence: the server's own words where nothing but they says what was wrong. */
export const failureText = ({ kind, problem, refusals }: RequestFailure): Text =>
  refusals.length === 0 ? (problem?.details ?? failures[kind]) : failures[kind];
