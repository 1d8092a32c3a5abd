/**
 * A session is one signed-in device, a hash in Redis. Its refresh token is replaced at each use; the digests of the current one and of the
 * one before are kept. Each script is one atomic step.
 */

/** KEYS: session, sessions of the user. ARGV: ttl in ms, session id, then the hash's fields and values. */
export const createSession = `
redis.call('HSET', KEYS[1], unpack(ARGV, 3))
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('SADD', KEYS[2], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[1])
return 1`;

/**
 * KEYS: session. ARGV: digest shown, digest of its successor, now in ms, grace in ms, ttl in ms, address.
 * Answers 'gone'; 'rotated' and the user; 'retry' and the user (the token before, within the grace: same successor again);
 * 'reused' and the user (an old token: the family ends).
 */
export const rotateSession = `
local s = redis.call('HMGET', KEYS[1], 'current', 'previous', 'rotatedAt', 'userId')
if not s[1] then return { 'gone' } end
if s[1] == ARGV[1] then
  redis.call('HSET', KEYS[1], 'current', ARGV[2], 'previous', ARGV[1], 'rotatedAt', ARGV[3], 'lastUsedAt', ARGV[3], 'ip', ARGV[6])
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return { 'rotated', s[4] }
end
if s[2] == ARGV[1] and tonumber(ARGV[3]) - tonumber(s[3]) <= tonumber(ARGV[4]) then return { 'retry', s[4] } end
redis.call('DEL', KEYS[1])
return { 'reused', s[4] }`;
