import Data
import Seeds
import Testing

/// The claims about what is drawn. The chi-square bounds are those of ``ChiSquare``: one true claim in a million
/// would fail.
@Suite struct GraphSplitDistributionTests {
  private let seed = Seed(root: 17)

  /// What the authors published, out of 32,768 each. The last bin is the label 15.
  private static let published: [(GraphSplit, [Int])] = [
    (.train, [0, 7175, 6576, 4624, 3021, 2275, 1653, 492, 119, 28, 5, 1, 0, 0, 0, 6799]),
    (.fineTune, [0, 17592, 9582, 3921, 1531, 135, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    (.onPathSmallTarget, [0, 17139, 9347, 4044, 1521, 501, 151, 51, 9, 5, 0, 0, 0, 0, 0, 0]),
  ]

  @Test func labelsComeAsOftenAsTheAuthorsPublished() {
    for (split, published) in Self.published {
      #expect(published.reduce(0, +) == 32_768)
      var counts = split.statistics(seed: seed, count: 32_768).labelCounts
      counts += [Int](repeating: 0, count: 16 - counts.count)
      let test = ChiSquare(counts, against: published)
      #expect(test.statistic < test.bound, "\(split.name)")
    }
  }

  /// A row of the specification's table: t = 2 share, label-15 share, constant-mean error, error of "always d(1, 2)";
  /// and half a unit of the last digit printed of each.
  private static let trivial: [(GraphSplit, values: [Double], roundings: [Double])] = [
    (.train, [1, 0.211, 27.07, 0], [0, 5e-4, 5e-3, 0]),
    (.fineTune, [0.735, 0, 0.80, 0.547], [5e-4, 0, 5e-3, 5e-4]),
    (.onPathSmallTarget, [0.803, 0, 1.04, 0.435], [5e-4, 0, 5e-3, 5e-4]),
    (.onPathAnyTarget, [0.725, 0, 1.01, 0.653], [5e-4, 0, 5e-3, 5e-4]),
    (.anyTargetSmallGraphs, [0.166, 0.574, 43.7, 69.0], [5e-4, 5e-4, 0.05, 0.05]),
    (.anySmallTargetLargeGraphs, [0.167, 0.466, 41.5, 52.1], [5e-4, 5e-4, 0.05, 0.05]),
    (.anyTargetLargeGraphs, [0.072, 0.652, 36.9, 72.7], [5e-4, 5e-4, 0.05, 0.05]),
  ]

  /// Both sides are samples of N = 131,072, so a difference has standard deviation sqrt(2/N) times that of one
  /// example's term. The level is that of the chi-square bounds, 4.753 standard deviations.
  @Test(arguments: GraphSplit.published) func theTrivialPredictorsScoreWhatTheTableSays(split: GraphSplit) throws {
    let (_, values, roundings) = try #require(Self.trivial.first { $0.0 == split })
    let count = 131_072
    let examples = split.examples(0..<count, seed: seed)
    let statistics = GraphStatistics(examples)
    let measured = [
      statistics.targetTwoShare, statistics.share(label: 15), statistics.constantMeanError,
      statistics.distanceToTwoError,
    ]
    let mean = Double(examples.reduce(0) { $0 + $1.label }) / Double(count)
    let terms: [(GraphExample) -> Double] = [
      { $0.target == 2 ? 1 : 0 },
      { $0.label == 15 ? 1 : 0 },
      { (Double($0.label) - mean) * (Double($0.label) - mean) },
      { Double(($0.label - $0.distanceToTwo) * ($0.label - $0.distanceToTwo)) },
    ]
    for place in 0..<4 {
      let squares = examples.reduce(0) { $0 + terms[place]($1) * terms[place]($1) } / Double(count)
      let average = examples.reduce(0) { $0 + terms[place]($1) } / Double(count)
      #expect(abs(average - measured[place]) <= 1e-9 * max(average, 1))
      let deviation = (2 / Double(count) * max(0, squares - average * average)).squareRoot()
      #expect(
        abs(measured[place] - values[place]) <= 4.753 * deviation + roundings[place] + 1e-9,
        "column \(place + 1): \(measured[place])")
    }
  }

  /// n drawn again with each refused graph would favour the sizes that are accepted.
  @Test(arguments: GraphSplit.all.filter { $0.sizes.count > 1 }) func sizesAreUniform(split: GraphSplit) {
    var counts = [Int](repeating: 0, count: split.sizes.count)
    for example in split.examples(0..<20_000, seed: seed) {
      counts[example.graph.vertexCount - split.sizes.lowerBound] += 1
    }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  @Test func theFiltersAreTheSourcesRatios() {
    typealias Probability = GraphSplit.Acceptance.Probability
    func table(_ split: GraphSplit) -> [Probability] {
      (Array(1...15) + [nil]).map { split.acceptance.probability(distance: $0) }
    }
    let certain = [Probability](repeating: .always, count: 15)
    let train = (1...15).map { d in d < 6 ? Probability(1, of: 2 * (6 - d)) : .always }
    #expect(table(.train) == train + [Probability(1, of: 15)])
    let fineTune = [Probability(1, of: 9), Probability(1, of: 6), Probability(1, of: 3)] + certain.dropFirst(3)
    #expect(table(.fineTune) == fineTune + [.never])
    for split in [GraphSplit.onPathSmallTarget, .onPathAnyTarget] { #expect(table(split) == certain + [.never]) }
    for split in [GraphSplit.anyTargetSmallGraphs, .anySmallTargetLargeGraphs, .anyTargetLargeGraphs] {
      #expect(table(split) == certain + [.always])
    }
  }

  /// Graphs of one size with the train filter and without one: each distance's share must change as the filter says.
  @Test func eachDistanceIsAcceptedAsOftenAsItsRatio() {
    func counts(_ acceptance: GraphSplit.Acceptance, _ count: Int) -> [Int] {
      let split = GraphSplit(
        name: "filter", revision: 1, sizes: 9...9, acceptance: acceptance, target: .fixed(2), unreachableLabel: 15)
      let counts = split.statistics(seed: seed, count: count).labelCounts
      return counts + [Int](repeating: 0, count: 16 - counts.count)
    }
    let filter = GraphSplit.train.acceptance
    let all = counts(.everything, 400_000)
    let kept = counts(filter, 5_000)
    let weights = all.enumerated().map { label, count in
      let ratio = label == 0 ? .never : filter.probability(distance: label == 15 ? nil : label)
      return Double(count) * Double(ratio.numerator) / Double(ratio.denominator)
    }
    let total = weights.reduce(0, +)
    // The weights are a sample as well: where the filter keeps all, theirs adds 5,000 / total to the variance of a bin.
    let test = ChiSquare(kept, probabilities: weights.map { $0 / total })
    #expect(test.statistic < test.bound * (1 + 5_000 / total))
  }

  /// Among paths of length 3 the indices 1, 2, 3 come as 1 : 2 : 3. Uniform indices are a known mistake; so is
  /// leaving 2 out.
  @Test func placesOnThePathComeInProportionToTheirIndex() {
    for length in [2, 3, 4] {
      var counts = [Int](repeating: 0, count: length)
      for example in GraphSplit.onPathAnyTarget.examples(0..<40_000, seed: seed)
      where example.distanceToTwo == length { counts[example.label - 1] += 1 }
      let total = Double(length * (length + 1) / 2)
      let test = ChiSquare(counts, probabilities: (1...length).map { Double($0) / total })
      #expect(test.statistic < test.bound)
    }
  }

  /// Where two vertices lie between 1 and 2, each is on the path as often. A search in the order of the numbers would
  /// always take the smaller.
  @Test func noVertexBetweenIsFavouredOnThePath() {
    let split = GraphSplit(
      name: "names", revision: 1, sizes: 6...6,
      acceptance: .init(near: [.never, .always], far: .never, unreachable: .never),
      target: .onPath(atMost: nil), unreachableLabel: 15)
    var counts = [0, 0]
    for example in split.examples(0..<40_000, seed: seed) where example.target > 2 {
      let edges = Set(example.graph.edges)
      let between = (3...6).filter { edges.contains(Edge(1, $0)) && edges.contains(Edge(2, $0)) }
      if between.count == 2 { counts[between[0] == example.target ? 0 : 1] += 1 }
    }
    #expect(counts[0] + counts[1] > 500)
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  @Test func targetsAreUniformWhateverTheSize() {
    for split in [GraphSplit.anyTargetSmallGraphs, .anySmallTargetLargeGraphs, .anyTargetLargeGraphs] {
      let targets = split.target.targets(vertexCount: 3)
      var counts = [Int](repeating: 0, count: targets.count)
      var beyond = 0
      for example in split.examples(0..<20_000, seed: seed) {
        counts[example.target - 2] += 1
        guard example.target > example.graph.vertexCount else { continue }
        #expect(example.label == 15)
        beyond += 1
      }
      let test = ChiSquare(uniform: counts)
      #expect(test.statistic < test.bound)
      #expect(beyond > 1000)
    }
  }

  /// Three pairs on three vertices: each is a loop with probability 1/3, and the rest keep their duplicates.
  @Test func loopsAreDroppedAndDuplicatesStay() {
    let split = GraphSplit(
      name: "pairs", revision: 1, sizes: 3...3, acceptance: .everything, target: .fixed(2), unreachableLabel: 15)
    var edgeCounts = [0, 0, 0, 0]
    var pairs = [Int](repeating: 0, count: 9)
    for example in split.examples(0..<20_000, seed: seed) {
      let edges = example.graph.edges
      edgeCounts[edges.count] += 1
      if edges.count > 1 { pairs[Self.number(edges[0]) * 3 + Self.number(edges[1])] += 1 }
    }
    let counts = ChiSquare(edgeCounts, probabilities: [1.0 / 27, 6.0 / 27, 12.0 / 27, 8.0 / 27])
    #expect(counts.statistic < counts.bound)
    let independent = ChiSquare(uniform: pairs)
    #expect(independent.statistic < independent.bound)
  }

  /// 1-2, 1-3, 2-3 as 0, 1, 2.
  private static func number(_ edge: Edge) -> Int { Int(edge.a) + Int(edge.b) - 3 }
}
