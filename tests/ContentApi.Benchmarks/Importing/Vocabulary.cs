using System.Text;

namespace ContentApi.Benchmarks.Importing;

/// <summary>Words, and sentences made of them.</summary>
/// <param name="random">Decides what comes next.</param>
internal sealed class Vocabulary(Random random)
{
    private static readonly string[] Chinese =
    [
        "的", "了", "在", "和", "是", "将", "也", "对", "为", "与", "我们", "他们", "这个", "一个", "没有", "可以", "已经", "进行", "通过", "目前", "中国", "美国", "北京", "上海",
        "浙江", "城市", "公司", "企业", "市场", "产品", "技术", "数据", "系统", "服务", "平台", "用户", "网络", "手机", "汽车", "电池", "芯片", "计算", "人工智能", "算法", "研究",
        "大学", "科学家", "团队", "项目", "工程", "建设", "发展", "经济", "增长", "投资", "价格", "成本", "收入", "亿元", "万人", "记者", "报道", "消息", "新闻", "表示", "认为",
        "介绍", "据了解", "相关", "部门", "政府", "政策", "管理", "安全", "问题", "影响", "能力", "水平", "质量", "环境", "能源", "气候", "健康", "医院", "疫苗", "病毒", "教育",
        "学生", "文化", "历史", "世界", "国家", "国际", "合作", "组织", "计划", "目标", "时间", "今年", "去年", "未来", "正式", "启动", "发布", "推出", "使用", "支持", "提高",
        "降低", "超过", "达到", "完成", "开始", "继续", "成为", "需要", "希望", "方式", "模式", "生态", "产业", "创新", "应用", "软件", "硬件", "显示", "屏幕", "摄像头", "游戏",
        "视频", "音乐", "电影", "内容", "平均", "方面", "重要", "主要", "不同", "新一代", "全球", "首个", "大型", "机构", "数量", "速度", "空间", "太空", "火箭", "卫星", "月球",
    ];

    private static readonly string[] English =
    [
        "the", "a", "of", "and", "to", "in", "is", "that", "it", "for", "on", "with", "as", "was", "this", "by", "from", "when", "which", "not", "we", "our", "you", "they", "are",
        "can", "will", "one", "more", "there", "every", "between", "after", "before", "because", "without", "server", "query", "index", "file", "folder", "garden", "river",
        "harbour", "engine", "window", "letter", "morning", "winter", "bread", "paper", "machine", "language", "compiler", "table", "column", "number", "value", "function",
        "method", "memory", "thread", "lock", "queue", "message", "request", "answer", "error", "test", "release", "version", "package", "script", "build", "deploy", "measure",
        "write", "read", "change", "remove", "carry", "follow", "small", "large", "early", "late", "simple", "quick", "quiet", "careful", "important", "different", "possible",
        "usually", "often", "never", "again", "together", "design", "question", "reason", "result", "example", "chapter", "picture", "journey", "mountain", "weather", "market",
        "neighbour", "kitchen", "bicycle", "station", "signal", "pattern", "network", "storage", "backup", "certificate", "container", "database", "transaction", "performance",
    ];

    /// <summary>One of several.</summary>
    public string One(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];

    /// <summary>Below a limit.</summary>
    public int Number(int limit) => random.Next(limit);

    /// <summary>So many Chinese words without marks.</summary>
    public string ChineseWords(int count) => Join(Chinese, count, "");

    /// <summary>So many English words in lower case.</summary>
    public string EnglishWords(int count) => Join(English, count, " ");

    /// <summary>Three to six clauses.</summary>
    public string ChineseParagraph()
    {
        var text = new StringBuilder();
        var clauses = 3 + random.Next(4);
        for (var clause = 1; clause <= clauses; clause++)
        {
            text.Append(ChineseWords(5 + random.Next(8))).Append(clause == clauses || random.Next(3) == 0 ? '。' : '，');
            if (random.Next(8) == 0)
                text.Append('“').Append(ChineseWords(3)).Append('”').Append(2000 + random.Next(30)).Append("年，");
        }

        return text.ToString();
    }

    /// <summary>Begins with a capital and ends with a full stop.</summary>
    public string EnglishSentence()
    {
        var words = EnglishWords(8 + random.Next(12));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}{(random.Next(5) == 0 ? ", " + EnglishWords(5) : "")}.";
    }

    private string Join(string[] words, int count, string between)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : between).Append(words[random.Next(words.Length)]);
        }

        return text.ToString();
    }
}
