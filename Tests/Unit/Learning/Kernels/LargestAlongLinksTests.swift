import Testing

@testable import Learning

@Suite struct LargestAlongLinksTests {
  struct Inputs {
    let links: [[(end: Int, kind: Int)]]
    let width: Int
    /// [rows x width], as is the gradient.
    let x: [Float]
    /// [kindCount x width]
    let kinds: [Float]
    let outputGradient: [Float]

    func forward(_ x: [Float]? = nil) -> [Float] {
      var y = [Float](repeating: .nan, count: links.count * width + 1)
      withLinks(links) {
        Kernel.largestAlongLinks(x ?? self.x, kinds: kinds, links: $0, rows: links.count, width: width, into: &y)
      }
      #expect(y.last!.isNaN, "wrote past its rows")
      return y.dropLast()
    }

    func backward() -> (x: [Float], kinds: [Float]) {
      var gradient = [Float](repeating: .nan, count: x.count + 1)
      var kindGradient = [Float](repeating: 0, count: kinds.count)
      let y = forward()
      withLinks(links) {
        Kernel.largestAlongLinksBackward(
          x: x, kinds: kinds, y: y, outputGradient: outputGradient, links: $0, rows: links.count, width: width,
          into: &gradient, kindGradient: &kindGradient)
      }
      #expect(gradient.last!.isNaN, "wrote past its rows")
      return (gradient.dropLast(), kindGradient)
    }

    func naive(_ x: [Double], kinds: [Double]) -> [Double] {
      NaiveKernel.largestAlongLinks(x, kinds: kinds, links: links, width: width)
    }
  }

  /// Random numbers, and links as those of `LinkedAttentionTests`.
  private static func inputs(rows: Int, width: Int, kindCount: Int = 3, density: Int = 7) -> Inputs {
    let setting = LinkedAttentionTests.Setting(
      rows: rows, headCount: 1, headWidth: width, kindCount: kindCount, density: density)
    return Inputs(
      links: setting.links, width: width, x: Array(setting.qkv.prefix(rows * width)), kinds: setting.values,
      outputGradient: setting.outputGradient)
  }

  /// Rows below, at and above a vector; one link, none, few and many.
  static let settings = [
    inputs(rows: 1, width: 7),
    inputs(rows: 5, width: 19),
    inputs(rows: 11, width: 16, kindCount: 1, density: 2),
    inputs(rows: 37, width: 3, kindCount: 5, density: 13),
    inputs(rows: 17, width: 29, density: 13),
    inputs(rows: 7, width: 5, density: 0),
  ]

  @Test(arguments: settings.indices)
  func theLargestIsTheNaiveOne(_ place: Int) {
    let inputs = Self.settings[place]
    // One sum of numbers below 2 and 1, rounded to half the spacing of floats above 2.
    expectClose(inputs.forward(), inputs.naive(inputs.x.wide, kinds: inputs.kinds.wide), within: 2 * roundingUnit)
  }

  /// No two links tell numbers as near to one another as a step of the differences.
  @Test(arguments: settings.indices)
  func theBackwardPassAgreesWithCentralDifferences(_ place: Int) {
    let inputs = Self.settings[place]
    let (x, kinds) = (inputs.x.wide, inputs.kinds.wide)
    let gradients = inputs.backward()
    // At most a row's gradient each, below 1: as many roundings as rows, of sums of no more. The differences add 1e-8.
    let tolerance = Double(inputs.links.count * inputs.links.count) * roundingUnit + 1e-8
    let expected = centralDifferences(x, inputs.outputGradient) { inputs.naive($0, kinds: kinds) }
    expectClose(gradients.x, expected, within: tolerance, "x")
    let added = centralDifferences(kinds, inputs.outputGradient) { inputs.naive(x, kinds: $0) }
    expectClose(gradients.kinds, added, within: tolerance, "kinds")
  }

  /// Of token 1, the first element is told twice: by token 0 with 2 for the kind, and by token 1. Token 2 hears nobody.
  @Test func ofEqualOnesTheFirstLearns() {
    let inputs = Inputs(
      links: [[(0, 0), (1, 0)], [(0, 1), (1, 0), (2, 1)], []], width: 2, x: [1, 5, 3, -2, 0, 4], kinds: [0, 0, 2, 1],
      outputGradient: [1, 10, 100, 1_000, 7, 7])
    #expect(inputs.forward() == [3, 5, 3, 6, 0, 0])
    let gradients = inputs.backward()
    #expect(gradients.x == [100, 1_010, 1, 0, 0, 0])
    #expect(gradients.kinds == [1, 10, 100, 1_000])
  }

  /// First, last or between: those who hear of it have none, and nobody else.
  @Test func whatIsNoNumberIsTheLargest() {
    let inputs = Self.settings[1]
    for ill in inputs.links.indices {
      var x = inputs.x
      x[ill * inputs.width + 17] = .nan
      let (y, well) = (inputs.forward(x), inputs.forward())
      for (row, own) in inputs.links.enumerated() {
        let isHeard = own.contains { $0.end == ill }
        for place in row * inputs.width..<(row + 1) * inputs.width {
          #expect(isHeard && place % inputs.width == 17 ? y[place].isNaN : y[place] == well[place])
        }
      }
    }
  }
}
