// SPDX-License-Identifier: Apache-2.0

/** 128 random bits in hexadecimal. Not randomUUID: that is missing where the page is not a secure context. */
export function new_request_id(): string {
  const bytes = new Uint8Array(16)
  crypto.getRandomValues(bytes)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
