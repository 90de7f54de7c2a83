import Testing

@testable import Learning

@Suite struct SoftCrossEntropyTests {
  struct Inputs {
    let logits, targets: [Float]
    let rows, classCount: Int

    /// Rows with several classes worth something, with one, and with none.
    init(rows: Int, classCount: Int) {
      (self.rows, self.classCount) = (rows, classCount)
      var noise = Noise(33)
      logits = noise.floats(rows * classCount).map { 5 * $0 }
      targets = (0..<rows * classCount).map { place in
        let (row, column) = (place / classCount, place % classCount)
        switch row % 3 {
        case 0: return [0.5, 0, 0.25][column % 3]
        case 1: return column == row % classCount ? 1 : 0
        default: return 0
        }
      }
    }

    func run() -> (loss: LossSum, gradient: [Float]) {
      var gradient = [Float](repeating: .nan, count: logits.count)
      let loss = Kernel.softCrossEntropy(
        logits: logits, targets: targets, rows: rows, classCount: classCount, gradient: &gradient)
      return (loss, gradient)
    }
  }

  @Test(arguments: CrossEntropyTests.shapes)
  func itIsTheNaiveOne(_ shape: (Int, Int)) {
    let inputs = Inputs(rows: shape.0, classCount: shape.1)
    let (loss, gradient) = inputs.run()
    let worth = inputs.targets.wide.reduce(0, +)
    #expect(loss.weight == worth)  // quarters are exact
    let naive = {
      NaiveKernel.softCrossEntropy(logits: $0, targets: inputs.targets.wide, classCount: inputs.classCount)
    }
    // A class's loss lies below 16, and is a sum of classes / 16 + 4 roundings, a logarithm and a difference.
    let tolerance = 16 * Double(inputs.classCount / 16 + 8) * roundingUnit
    #expect(abs(loss.sum - naive(inputs.logits.wide)) <= tolerance * worth)
    let slopes = centralDifferences(inputs.logits.wide, [1]) { [naive($0)] }
    let most = Double(inputs.classCount) / 2  // what a row is worth
    expectClose(gradient, slopes, within: tolerance * most + 1e-8)
  }

  /// Where one class is worth everything it is cross-entropy, up to the order of two sums.
  @Test func oneClassIsCrossEntropy() {
    let inputs = CrossEntropyTests.Inputs(rows: 11, classCount: 64)
    var (targets, gradient) = ([Float](repeating: 0, count: 11 * 64), [Float](repeating: .nan, count: 11 * 64))
    for (row, right) in inputs.classes.enumerated() { targets[row * 64 + Int(right)] = inputs.weights[row] }
    let loss = Kernel.softCrossEntropy(
      logits: inputs.logits, targets: targets, rows: 11, classCount: 64, gradient: &gradient)
    let (hard, slopes) = inputs.run(weighted: true)
    #expect(loss.weight == hard.weight && abs(loss.sum - hard.sum) < 11 * 16 * roundingUnit)
    #expect(gradient == slopes)
  }

  @Test func theGradientMayTakeTheLogitsPlace() {
    let inputs = Inputs(rows: 7, classCount: 31)
    var place = inputs.logits
    let loss = place.withUnsafeMutableBufferPointer {
      Kernel.softCrossEntropy(
        logits: $0.baseAddress!, targets: inputs.targets, rows: 7, classCount: 31, gradient: $0.baseAddress!)
    }
    #expect(loss == inputs.run().loss && place == inputs.run().gradient)
  }

  @Test func aRowWorthNothingHidesEvenWhatIsNotANumber() {
    var gradient = [Float](repeating: .nan, count: 4)
    let loss = Kernel.softCrossEntropy(
      logits: [.nan, .infinity, 1, 1], targets: [0, 0, 0.5, 0.5], rows: 2, classCount: 2, gradient: &gradient)
    #expect(loss.weight == 1 && abs(loss.sum - 0.6931472) < 1e-6 && gradient == [0, 0, 0, 0])
  }

  @Test(arguments: [[Float.nan, 1, 2], [1, .nan, 2], [1, 2, .nan], [.infinity, 1, 2]])
  func aLogitThatIsNotANumberIsNotHidden(_ logits: [Float]) {
    let loss = Kernel.softCrossEntropy(
      logits: logits, targets: [0.5, 0.5, 0], rows: 1, classCount: 3, gradient: nil)
    #expect(!loss.sum.isFinite)
  }
}
