/// Which places the automorphisms joined so far exchange.
struct Orbits {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func join(_ automorphism: [Int]) {
    for (from, to) in automorphism.enumerated() { parent[root(of: from)] = root(of: to) }
  }

  func joins(_ first: Int, _ second: Int) -> Bool { root(of: first) == root(of: second) }

  private func root(of place: Int) -> Int {
    var place = place
    while parent[place] != place { place = parent[place] }
    return place
  }
}
