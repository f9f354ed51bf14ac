/** The records of a contract package: named as in `@tidings/codegen/evolution`, which takes longer to load. */
export const acceptanceFile = 'contract.accepted.json';
export const lockFile = 'contract.lock.json';
