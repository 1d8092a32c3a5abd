declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      method?: string;
      path?: string;
      headers?: Record<string, string>;
      body?: string;
      setupRequest?: <T extends object>(request: T) => T;
    }
    interface Result {
      duration: number;
      non2xx: number;
      errors: number;
      requests: { total: number };
      latency: { p99: number };
    }
  }
  function autocannon(options: { url: string; connections: number; duration: number; requests: autocannon.Request[]; timeout: number }): Promise<autocannon.Result>;
  export default autocannon;
}
