/// Takes tokens one after another, and says where something is wrong.
struct TokenReader {
  private let tokens: [Int]
  private(set) var place = 0

  /// Padding at the end does not count.
  init(_ tokens: [Int], padding: Int) {
    let end = tokens.lastIndex { $0 != padding }.map { $0 + 1 } ?? 0
    self.tokens = Array(tokens[..<end])
  }

  /// The next token, which stays.
  var upcoming: Int? { place < tokens.count ? tokens[place] : nil }

  /// The next token.
  mutating func take(_ expected: String) throws(MazeTokenError) -> Int {
    guard let token = upcoming else { throw fault("the sequence ends where \(expected) belongs.") }
    place += 1
    return token
  }

  mutating func expect(_ token: Int, _ name: String) throws(MazeTokenError) {
    let taken = try take(name)
    guard taken == token else {
      throw MazeTokenError(place: place - 1, problem: "\(taken) stands where \(name) belongs.")
    }
  }

  func expectEnd() throws(MazeTokenError) {
    if let token = upcoming { throw fault("\(token) stands after the end.") }
  }

  /// Something wrong with the next token.
  func fault(_ problem: String) -> MazeTokenError { MazeTokenError(place: place, problem: problem) }
}
