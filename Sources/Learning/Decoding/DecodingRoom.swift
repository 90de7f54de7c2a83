/// What one worker needs to continue sequences, a cache's full of them at once. One worker at a time has it.
final class DecodingRoom: @unchecked Sendable {
  let workspace: Workspace
  /// Nil where the program's keys cannot be kept: then whole sequences are read again for every id.
  let cache: AttentionCache?
  private let capacity: Int

  /// For prompts of at most `longest` tokens, which have with what follows at most `capacity`.
  init(_ program: Program, longest: Int, capacity: Int) {
    let sequences = AttentionCache.sequences
    let read = program.keepsKeys ? longest : capacity
    workspace = Workspace(program, tokens: sequences * read, sequences: sequences, longest: read)
    cache = program.keepsKeys ? AttentionCache(program, capacity: capacity) : nil
    self.capacity = capacity
  }

  func isLarge(enoughFor longest: Int, capacity: Int) -> Bool {
    workspace.longest >= longest && self.capacity >= capacity
  }
}
