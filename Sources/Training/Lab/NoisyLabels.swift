import Learning
import Seeds

/// The examples of a source with chance in their answers: which depends on the place in the stream alone, so that an example of
/// a finite set is answered otherwise in each epoch.
struct NoisyLabels: ExampleSource {
  private let source: any ExampleSource
  private let deviation: Double
  private let stream: Seed

  init(of source: any ExampleSource, variance: Double, stream: Seed) {
    precondition(variance >= 0 && variance.isFinite, "Noise has a variance, which \(variance) is not.")
    (self.source, self.stream) = (source, stream)
    deviation = variance.squareRoot()
  }

  var idsPerToken: Int { source.idsPerToken }
  var longest: Int { source.longest }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    let own = Relabelling(indices, of: source)
    precondition(own.isNumeric, "A class is no number that noise could be added to.")
    for (sequence, index) in indices.enumerated() {
      var generator = stream.generator(at: index)
      let targets = own.targets(of: sequence).map { Float(Double($0) + deviation * Draw.normal(using: &generator)) }
      own.append(sequence, targets: targets, to: &batch)
    }
  }
}
