import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SafetensorsTests {
  private let sample = Safetensors(
    [
      "b": Tensor(.floats([1, -2.5, .infinity, 0, 7, 0x1p-149]), shape: [2, 3]),
      "a": Tensor(.integers([.min, -1, .max]), shape: [3]),
      "empty": Tensor(.floats([]), shape: [4, 0]), "one \"quoted\"": Tensor(.floats([3]), shape: []),
    ], metadata: ["split": "train", "a \"quoted\" name": ""], file: "x.safetensors")

  /// A file with this header, and so many bytes of numbers.
  private func file(_ header: String, data: Int = 8) -> [UInt8] {
    let length = UInt64(header.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) } + Array(header.utf8)
      + Array(repeating: 0, count: data)
  }

  private func problem(_ bytes: [UInt8]) -> SafetensorsProblem? {
    #expect(throws: SafetensorsProblem.self) { try Safetensors(bytes: bytes, file: "x.safetensors") }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let bytes = sample.bytes
    #expect(try Safetensors(bytes: bytes, file: "x.safetensors") == sample)
    #expect(bytes[8] == UInt8(ascii: "{") && bytes[0] % 8 == 0)
    #expect(sample.names == ["a", "b", "empty", "one \"quoted\""])
  }

  @Test func aFileThatAnotherProgramWroteIsRead() throws {
    // By the library `safetensors` for Python, with metadata: {"y": [[1.5], [-2]]}.
    let header = #"{"__metadata__":{"format":"np"},"y":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}  "#
    var bytes = file(header, data: 0)
    bytes += [0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0]
    let read = try Safetensors(bytes: bytes, file: "x.safetensors")
    #expect(read.names == ["y"] && read.metadata == ["format": "np"])
    #expect(try read.floats("y", shape: [2, 1]) == [1.5, -2])
  }

  @Test func everyCutOffFileIsRefused() {
    let bytes = sample.bytes
    for length in bytes.indices { #expect(problem(Array(bytes.prefix(length))) != nil) }
    #expect(problem(bytes + [0])?.what == "has 1 bytes that belong to no tensor")
  }

  @Test func aHeaderThatIsTooLongIsRefusedBeforeItIsRead() {
    for length: UInt64 in [.max, 1 << 63, 100_000_001, 17] {
      let bytes =
        (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) } + Array(repeating: 0x7B, count: 16)
      #expect(problem(bytes)?.field == "header")
    }
  }

  @Test(arguments: [
    ("", "header"), ("[]", "header"), (" {}", "header"), ("{", "header, line 1, column 2"), ("{}", ""),
    (#"{"x":1}"#, "header, x"), (#"{"__metadata__":1}"#, #"header, ["__metadata__"]"#),
    (#"{"__metadata__":{"seed":1}}"#, #"header, ["__metadata__"].seed"#),
    (#"{"x":{"dtype":"F32","shape":[2]}}"#, "header, x"),
    (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}"#, "header, x"),
    (#"{"x":{"dtype":1,"shape":[2],"data_offsets":[0,8]}}"#, "header, x.dtype"),
    (#"{"x":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}"#, "header, x.shape[0]"),
    (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,1e1]}}"#, #"header, x["data_offsets"][1]"#),
    (#"{"x":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, "x"),
    (#"{"x":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}"#, "x"),
    (
      #"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"I32","shape":[1],"data_offsets":[4,8]}}"#,
      "y"
    ),
    (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, ""),
  ])
  func aHostileHeaderIsRefusedByName(_ header: String, _ field: String) {
    let problem = problem(file(header))
    #expect(problem?.field == field)
    #expect(problem?.description.contains("x.safetensors: ") == true)
    #expect(problem?.description.hasSuffix("To mend it: write it again with the program that made it") == true)
  }

  @Test func aTensorOfAnotherTypeShapeOrRangeIsRefused() {
    #expect(throws: SafetensorsProblem.self) { try sample.floats("a", shape: [3]) }
    #expect(throws: SafetensorsProblem.self) { try sample.floats("b", shape: [3, 2]) }
    #expect(throws: SafetensorsProblem.self) { try sample.floats("c", shape: [3]) }
    #expect(throws: SafetensorsProblem.self) { try sample.integers("b", shape: [2, 3], in: 0..<9) }
    #expect(throws: SafetensorsProblem.self) { try sample.integers("a", shape: [3], in: -1..<Int32.max) }
  }

  @Test func parametersGoThroughAFileAndComeBack() throws {
    let model = Encoder(Workload.all[0].model)
    let layout = model.layout
    let parameters = (0..<layout.count).map { Float($0) }
    let folder = try ScratchFolder()
    let path = folder("weights.safetensors")
    try AtomicFile.write(Safetensors(ModelValues(parameters: parameters), of: model, file: path).bytes, to: path)
    #expect(try Safetensors.read(path).parameters(of: layout) == parameters)
    #expect(throws: SafetensorsProblem.self) { try Safetensors.read(folder("other.safetensors")) }

    let spoiled = ModelValues(parameters: parameters.map { $0 == 77 ? .nan : $0 })
    let broken = Safetensors(spoiled, of: model, file: path)
    #expect(throws: SafetensorsProblem.self) { try broken.parameters(of: layout) }
  }
}
