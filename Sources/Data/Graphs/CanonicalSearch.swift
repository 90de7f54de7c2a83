/// The search for the labelling that makes a graph's adjacency smallest: individualisation and refinement, as in
/// McKay's "Practical graph isomorphism", 1981, with the automorphisms it meets to skip what would only repeat.
///
/// Places outside every cycle need no choice. Once the places that can lie on cycles are told apart, the rest are
/// trees that hang on them or stand alone, and in trees two places that refinement does not tell apart are exchanged
/// by an automorphism: any choice gives the same result. So nearly all sparse graphs take one path through the
/// search.
struct CanonicalSearch {
  private let neighbours: [UInt64]
  /// The places that are left when those with at most one neighbour are taken away again and again.
  private let core: UInt64
  /// The places individualised so far.
  private var prefix: [Int] = []
  private var best: Leaf?

  /// A discrete partition: which place comes where, and the edges renamed so and sorted.
  private struct Leaf {
    let order: [Int]
    let edges: [Edge]
  }

  /// The smallest list of edges over the labellings that the search arrives at: `marked` first, in order, then
  /// `others`. Both are sets of places in 0..<64. Two graphs have the same list exactly if one is a renaming of the
  /// other.
  static func smallestEdges(neighbours: [UInt64], marked: [Int], others: UInt64) -> [Edge] {
    var search = CanonicalSearch(neighbours)
    _ = search.visit(OrderedPartition(marked: marked, others: others))
    return search.best!.edges
  }

  private init(_ neighbours: [UInt64]) {
    self.neighbours = neighbours
    var core = UInt64.max >> UInt64(64 - neighbours.count)
    while let leaf = core.places.first(where: { (neighbours[$0] & core).nonzeroBitCount <= 1 }) {
      core &= ~(1 << UInt64(leaf))
    }
    self.core = core
  }

  /// Searches below a partition. Returns nil, or an automorphism that sends the best leaf's choices to the ones just
  /// made.
  private mutating func visit(_ coarse: OrderedPartition) -> [Int]? {
    var partition = coarse
    partition.refine(neighbours)
    if let cell = partition.cells.firstIndex(where: { $0.nonzeroBitCount > 1 && $0 & core != 0 }) {
      return branch(partition, cell)
    }
    while let cell = partition.cells.firstIndex(where: { $0.nonzeroBitCount > 1 }) {
      partition.individualize(partition.cells[cell].trailingZeroBitCount, ofCell: cell)
      partition.refine(neighbours)
    }
    return compare(partition.cells.map(\.trailingZeroBitCount))
  }

  /// Tries the places of a cell, but one of each orbit under the automorphisms met that fix the choices before.
  private mutating func branch(_ partition: OrderedPartition, _ cell: Int) -> [Int]? {
    var orbits = Orbits(count: neighbours.count)
    var tried: [Int] = []
    for place in partition.cells[cell].places where !tried.contains(where: { orbits.joins($0, place) }) {
      var finer = partition
      finer.individualize(place, ofCell: cell)
      prefix.append(place)
      let automorphism = visit(finer)
      prefix.removeLast()
      tried.append(place)
      guard let automorphism else { continue }
      // It repeats what was searched from the first choice that differs: go back there.
      guard prefix.allSatisfy({ automorphism[$0] == $0 }) else { return automorphism }
      orbits.join(automorphism)
    }
    return nil
  }

  /// Keeps a leaf that is the smallest so far. One equal to it shows an automorphism.
  private mutating func compare(_ order: [Int]) -> [Int]? {
    var name = [Int](repeating: 0, count: neighbours.count)
    for (position, place) in order.enumerated() { name[place] = position + 1 }
    let edges = order.flatMap { place in
      neighbours[place].places.lazy.filter { name[place] < name[$0] }.map { Edge(name[place], name[$0]) }
    }.sorted()
    guard let best else {
      self.best = Leaf(order: order, edges: edges)
      return nil
    }
    if edges == best.edges {
      var automorphism = Array(neighbours.indices)
      for (from, to) in zip(best.order, order) { automorphism[from] = to }
      return automorphism
    }
    if edges.lexicographicallyPrecedes(best.edges) { self.best = Leaf(order: order, edges: edges) }
    return nil
  }
}

extension UInt64 {
  /// The places of the bits set, lowest first.
  fileprivate var places: [Int] {
    var places: [Int] = []
    var rest = self
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return places
  }
}
