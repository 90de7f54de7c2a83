/// What one worker needs to continue sequences, a cache's full of them at once. One worker at a time has it.
final class DecodingRoom: @unchecked Sendable {
  let workspace: Workspace
  let cache: AttentionCache

  /// For prompts of at most `longest` tokens, of which with what follows at most `capacity` are kept.
  init(_ program: Program, longest: Int, capacity: Int) {
    let sequences = AttentionCache.sequences
    workspace = Workspace(program, tokens: sequences * longest, sequences: sequences, longest: longest)
    cache = AttentionCache(program, capacity: capacity)
  }
}
