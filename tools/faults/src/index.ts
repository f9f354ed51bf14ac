export { EventState } from './ledger/event-state.js';
export type { SideFigures, Strike } from './ledger/figures.js';
export { type Losses, lossesOf, type Stream } from './ledger/losses.js';
export { type PeerResult, peerBreaches, runPeers } from './peers/run-peers.js';
export type { RowResult } from './report/row-result.js';
export { allRows } from './rows/all-rows.js';
export type { Form, Round, Row } from './rows/row.js';
export { runRow } from './run-rows.js';
export { runSoak, type SoakResult } from './soak/soak.js';
