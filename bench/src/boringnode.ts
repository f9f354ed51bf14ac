/** A bus of @boringnode/bus. */
export interface BoringnodeBus {
  subscribe(channel: string, handler: (message: unknown) => void): Promise<void>;
  publish(channel: string, message: unknown): Promise<boolean>;
  disconnect(): Promise<void>;
}

/**
 * Loads @boringnode/bus, and gives what makes buses of one of its transports. By a name that the compiler does not see: the package's
 * declarations need those of an MQTT client.
 */
export async function loadBoringnode(transport: 'memory' | 'redis'): Promise<(settings?: object) => BoringnodeBus> {
  const name = '@boringnode/bus';
  const [{ Bus }, transports] = (await Promise.all([import(`${name}`), import(`${name}/transports/${transport}`)])) as [
    { readonly Bus: new (transport: object) => BoringnodeBus },
    Readonly<Record<'memory' | 'redis', (settings?: object) => () => object>>,
  ];
  return (settings) => new Bus(transports[transport](settings)());
}
