import Seeds

extension MazeSplit {
  /// The identity of the first `count` examples: SHA-256 over the split's name and revision, the count, and each
  /// example's sides, ends, openings and moves.
  package func fingerprint(seed: Seed, count: Int) -> String {
    var fingerprint = Fingerprint()
    fingerprint.absorb(localName)
    fingerprint.absorb(revision)
    fingerprint.absorb(count)
    let stream = stream(of: seed)
    for index in 0..<count { draw(at: index, stream: stream).example.absorb(into: &fingerprint) }
    return fingerprint.hexadecimal
  }
}

extension MazeExample {
  /// One byte each: rows, columns, origin and target by row and column, the openings, and the path's directions.
  fileprivate func absorb(into fingerprint: inout Fingerprint) {
    let ends = [solved.origin, solved.target].flatMap { [UInt8($0.row), UInt8($0.column)] }
    let moves = zip(path, path.dropFirst()).map { UInt8($0.direction(to: $1)!.rawValue) }
    fingerprint.absorb([UInt8(maze.rows), UInt8(maze.columns)] + ends + maze.openings + moves)
  }
}
