import Judging
import Results
import Storage

/// What `genbench run` writes beside what it prints.
struct RunFiles {
  private typealias File = (path: String, format: RecordFormat)

  private let curves: File?
  private let predictions: File?

  init(_ arguments: Arguments) throws {
    func file(_ name: String) throws -> File? {
      guard let path = arguments[name] else { return nil }
      guard arguments.distinctValues.count == 1 else {
        throw UsageProblem("--\(name) is about one experiment: name it, and no other.")
      }
      guard !arguments.has("missing") else {
        throw UsageProblem("--missing lists what is to be trained: there is nothing for --\(name).")
      }
      return (path, try RecordFormat(ofFile: path, option: "--\(name)"))
    }
    (curves, predictions) = (try file("curves"), try file("predictions"))
  }

  func write(_ trained: TrainedExperiment) throws(FileProblem) {
    if let curves { try AtomicFile.write(chunks: trained.curves(curves.format), to: curves.path) }
    if let predictions {
      try AtomicFile.write(chunks: trained.predictions(predictions.format), to: predictions.path)
    }
  }
}
