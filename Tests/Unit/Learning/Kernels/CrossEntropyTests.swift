import Testing

@testable import Learning

@Suite struct CrossEntropyTests {
  static let shapes = [(1, 2), (3, 7), (5, 16), (7, 31), (11, 64), (2, 131)]

  struct Inputs {
    let logits, weights: [Float]
    let classes: [Int32]
    let rows, classCount: Int

    init(rows: Int, classCount: Int) {
      (self.rows, self.classCount) = (rows, classCount)
      var noise = Noise(8)
      logits = noise.floats(rows * classCount).map { 5 * $0 }
      weights = (0..<rows).map { Float([1, 0.5, 0, 2][$0 % 4]) }
      classes = (0..<rows).map { Int32((7 * $0 + 1) % classCount) }
    }

    func run(weighted: Bool) -> (loss: LossSum, gradient: [Float]) {
      var gradient = [Float](repeating: .nan, count: logits.count)
      let loss = weights.withUnsafeBufferPointer {
        Kernel.crossEntropy(
          logits: logits, classes: classes, weights: weighted ? $0.baseAddress : nil, rows: rows,
          classCount: classCount, gradient: &gradient)
      }
      return (loss, gradient)
    }
  }

  @Test(arguments: shapes, [false, true])
  func crossEntropyIsTheNaiveOne(_ shape: (Int, Int), _ weighted: Bool) {
    let inputs = Inputs(rows: shape.0, classCount: shape.1)
    let weights = weighted ? inputs.weights.wide : Array(repeating: 1, count: inputs.rows)
    let (loss, gradient) = inputs.run(weighted: weighted)
    #expect(loss.weight == weights.reduce(0, +))
    let naive = { NaiveKernel.crossEntropy(logits: $0, classes: inputs.classes, weights: weights) }
    // A row's loss lies below 16, and is a sum of classes / 16 + 4 roundings, a logarithm and a difference.
    let tolerance = 16 * Double(inputs.classCount / 16 + 8) * roundingUnit
    #expect(abs(loss.sum - naive(inputs.logits.wide)) <= tolerance * Double(inputs.rows))
    let slopes = centralDifferences(inputs.logits.wide, [1]) { [naive($0)] }
    expectClose(gradient, slopes, within: tolerance + 1e-9)
  }

  @Test func withoutAGradientTheLossIsTheSame() {
    let inputs = Inputs(rows: 7, classCount: 31)
    let loss = Kernel.crossEntropy(
      logits: inputs.logits, classes: inputs.classes, weights: nil, rows: 7, classCount: 31, gradient: nil)
    #expect(loss == inputs.run(weighted: false).loss)
  }

  @Test func theGradientMayTakeTheLogitsPlace() {
    let inputs = Inputs(rows: 7, classCount: 31)
    var place = inputs.logits
    let loss = place.withUnsafeMutableBufferPointer {
      Kernel.crossEntropy(
        logits: $0.baseAddress!, classes: inputs.classes, weights: nil, rows: 7, classCount: 31,
        gradient: $0.baseAddress!)
    }
    #expect(loss == inputs.run(weighted: false).loss && place == inputs.run(weighted: false).gradient)
  }

  @Test func hugeLogitsDoNotOverflow() {
    var gradient: [Float] = [.nan, .nan]
    let loss = Kernel.crossEntropy(
      logits: [3e38, -3e38], classes: [0], weights: nil, rows: 1, classCount: 2, gradient: &gradient)
    #expect(loss.sum == 0 && gradient == [0, 0])
  }

  @Test(arguments: [[Float.nan, 1, 2], [1, .nan, 2], [1, 2, .nan], [.infinity, 1, 2]])
  func aLogitThatIsNotANumberIsNotHidden(_ logits: [Float]) {
    let loss = Kernel.crossEntropy(
      logits: logits, classes: [0], weights: nil, rows: 1, classCount: 3, gradient: nil)
    #expect(!loss.sum.isFinite)
  }

  @Test func aRowThatDoesNotCountHidesEvenWhatIsNotANumber() {
    var gradient = [Float](repeating: .nan, count: 4)
    let loss = Kernel.crossEntropy(
      logits: [.nan, .infinity, 1, 1], classes: [0, 1], weights: [0, 1], rows: 2, classCount: 2, gradient: &gradient)
    #expect(loss.weight == 1 && abs(loss.sum - 0.6931472) < 1e-6)
    #expect(gradient == [0, 0, 0.5, -0.5])
  }
}
