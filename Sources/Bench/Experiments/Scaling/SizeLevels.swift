import Training

/// What networks of several sizes are asked: what they learned from, and levels beyond it.
struct SizeLevels: Sendable, Hashable {
  struct Level: Sendable, Hashable {
    /// As readings and claims name it.
    let name: String
    let asked: AskedSplit

    init(_ name: String, _ asked: AskedSplit) { (self.name, self.asked) = (name, asked) }
  }

  let near: AskedSplit
  /// From the nearest on.
  let far: [Level]

  var asked: [AskedSplit] { [near] + far.map(\.asked) }
}
